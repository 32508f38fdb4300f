import { expect, it } from 'vitest'
import { readCsv } from './csv.ts'

it.each([
  ['plain fields', 'a,b\n1,2\n', [{ a: '1', b: '2' }]],
  ['no line break at the end', 'a,b\n1,2', [{ a: '1', b: '2' }]],
  ['quoted fields with commas and quotes', 'a,b\n"x, y","say ""hello"""\n', [{ a: 'x, y', b: 'say "hello"' }]],
  ['a line break inside quotes', 'a,b\n"one\ntwo",3\n', [{ a: 'one\ntwo', b: '3' }]],
  ['line ends of Windows and a mark of byte order', '\ufeffa,b\r\n1,2\r\n', [{ a: '1', b: '2' }]],
  ['empty fields, also the last', 'a,b,c\n,x,\n', [{ a: '', b: 'x', c: '' }]],
  ['empty lines', 'a,b\n\n1,2\n\n', [{ a: '1', b: '2' }]],
  ['a header alone', 'a,b\n', []],
  ['nothing', '', []],
])('reads %s', (_, text, rows) => {
  expect(readCsv(text)).toEqual(rows)
})

it.each([
  ['a row that is too short', 'a,b\n1,2\n3\n', 'line 3 has 1 fields, the header has 2'],
  ['a row that is too long, after a row of two lines', 'a,b\n"1\n2",2\n3,4,5\n', 'line 4 has 3 fields, the header has 2'],
  ['an open quote', 'a,b\n"1,2\n', 'line 2 has a quote in the wrong place, or one that is left open'],
  ['a quote inside a field', 'a,b\nx"y,2\n', 'line 2 has a quote in the wrong place, or one that is left open'],
])('names the line of %s', (_, text, message) => {
  expect(() => readCsv(text)).toThrow(message)
})
