/** How much of a file is looked at before it is refused: bytes as handed in, bytes unpacked, parts of a workbook, rows. */
export const importLimits = { bytes: 10_000_000, unpacked: 50_000_000, parts: 500, rows: 20_000 } as const
