import { route } from '@react-router/dev/routes'

/** Who may act for whom: administration of officers, delegation, moving a queue, and notices to officers. */
export const adminRoutes = [
  route('quan-tri', 'desk/admin/home.tsx'),
  route('quan-tri/can-bo', 'desk/admin/officers.tsx'),
  route('quan-tri/can-bo/moi', 'desk/admin/new-officer.tsx'),
  route('quan-tri/can-bo/:id', 'desk/admin/officer.tsx'),
  route('quan-tri/can-bo/:id/phieu', 'desk/admin/paper.tsx'),
  route('quan-tri/can-bo/:id/vai-tro', 'desk/admin/give-capacity.tsx'),
  route('quan-tri/can-bo/:id/ket-thuc/:capacity', 'desk/admin/end-capacity.tsx'),
  route('quan-tri/ra-soat', 'desk/admin/reviews.tsx'),
  route('quan-tri/ra-soat/:review', 'desk/admin/review.tsx'),
  route('quan-tri/bang-quyen', 'desk/admin/rights.tsx'),
  route('quan-tri/sap-xep', 'desk/admin/reforms.tsx'),
  route('quan-tri/sap-xep/dien-tap', 'desk/admin/rehearsal.tsx'),
  route('quan-tri/sap-xep/:id', 'desk/admin/reform.tsx'),
  route('quan-tri/nhat-ky-xem', 'desk/admin/readings.tsx'),
  route('quan-tri/cau-hoi-du-lieu', 'desk/admin/data-requests.tsx'),
  route('quan-tri/khan-cap', 'desk/admin/emergencies.tsx'),
  route('quan-tri/thu-tuc', 'desk/admin/entry-drafts.tsx'),
  route('quan-tri/dich-vu-thiet-yeu', 'desk/admin/programme.tsx'),
  route('quan-tri/dich-vu-thiet-yeu/:number', 'desk/admin/programme-item.tsx'),
  route('uy-quyen', 'desk/admin/delegations.tsx'),
  route('chuyen-viec', 'desk/admin/move-queue.tsx'),
  route('thong-bao', 'desk/admin/notices.tsx'),
]
