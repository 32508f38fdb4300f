/** The door of dossiers. What happens here is told by events and counted by measures; the course of one dossier is for the command line. */
export { readCourseByCode, type Course, type CourseLine } from './course.ts'
