import { Acts, Button } from '../kit/button.tsx'
import { Choices, Tick } from '../kit/choices.tsx'
import { DateField, MonthField } from '../kit/date-field.tsx'
import { ErrorSummary } from '../kit/error-summary.tsx'
import { Field, FileField, Select, TextArea } from '../kit/field.tsx'
import { SearchForm } from '../kit/search-form.tsx'

const sexes = [{ value: 'female', label: 'Nữ' }, { value: 'male', label: 'Nam' }]
const deliveries = [
  { value: 'electronic', label: 'Bản điện tử', hint: 'Gửi vào tài khoản này' },
  { value: 'desk', label: 'Bản giấy tại một cửa', hint: 'Mang theo căn cước' },
  { value: 'post', label: 'Bản giấy qua bưu điện' },
]

/** `prefix` keeps the names of the two grounds apart. */
export function Fields({ prefix }: { prefix: string }) {
  const name = (part: string): string => `${prefix}.${part}`
  return (
    <div className="gallery__half">
      <div>
        <SearchForm action="/dev/bo-mau" name={name('q')} label={`Tìm thủ tục (${prefix})`} placeholder="khai sinh, tạm trú…" suggest="/dev/goi-y" />
        <div className="field" />
        <Field name={name('name')} label="Họ, chữ đệm, tên" value="Nguyễn Minh An" autoComplete="name" />
        <Field name={name('phone')} label="Số điện thoại" kind="tel" width={10} autoComplete="tel" hint="Để báo kết quả" />
        <Field name={name('number')} label="Số bản" kind="number" width={4} value="3" />
        <Field name={name('citizen')} label="Số định danh" kind="code" width={10} hint="12 số trên thẻ căn cước" />
        <TextArea name={name('reason')} label="Lý do" optional rows={3} />
      </div>
      <div>
        <DateField name={name('born')} label="Bé sinh ngày nào?" hint="Theo giấy chứng sinh. Ví dụ: 19 11 2022" value={{ day: '19', month: '11', year: '2022' }} />
        <MonthField name={name('since')} label="Từ tháng" hint="Tháng và năm là đủ" value={{ month: '5', year: '2010' }} />
        <Choices name={name('sex')} label="Giới tính" pick="one" options={sexes} chosen={['female']} />
        <Choices name={name('delivery')} label="Nhận kết quả" hint="Chọn một hoặc nhiều cách" pick="several" options={deliveries} chosen={['electronic']} />
        <Select name={name('ward')} label="Phường, xã" options={[{ value: '1', label: 'Phường Mẫu Một' }, { value: '2', label: 'Xã Mẫu Hai' }]} />
        <FileField name={name('file')} label="Giấy chứng sinh" hint="PDF hoặc ảnh, tối đa 20 MB" accept="application/pdf,image/jpeg,image/png" />
        <Tick name={name('oath')} label="Tôi cam đoan những điều khai trên là đúng sự thật." />
      </div>
    </div>
  )
}

/** A form that came back: what was typed stays, and each sentence says what to do. */
export function WrongFields({ prefix }: { prefix: string }) {
  const name = (part: string): string => `${prefix}.${part}`
  return (
    <form method="post" noValidate>
      <ErrorSummary lines={[
        { href: `#${name('born')}`, text: 'Ngày sinh phải là hôm nay hoặc trước hôm nay' }, { href: `#${name('phone')}`, text: 'Nhập đủ 10 số, bắt đầu bằng 0' },
        { href: `#${name('sex')}`, text: 'Chọn giới tính' },
      ]} />
      <DateField name={name('born')} label="Bé sinh ngày nào?" value={{ day: '19', month: '11', year: '2032' }} wrong="year" error="Ngày sinh phải là hôm nay hoặc trước hôm nay. Kiểm tra lại năm." />
      <MonthField name={name('since')} label="Từ tháng" value={{ month: '13', year: '2010' }} error="Kiểm tra lại tháng: không có tháng này" />
      <Field name={name('phone')} label="Số điện thoại" kind="tel" width={10} value="091234" error="Nhập đủ 10 số, bắt đầu bằng 0" />
      <Choices name={name('sex')} label="Giới tính" pick="one" options={sexes} error="Chọn giới tính" />
      <Acts><Button wide>Tiếp tục</Button><Button kind="quiet" name="save" value="later">Lưu lại, làm tiếp sau</Button></Acts>
    </form>
  )
}
