/** The operations centre has no door: nobody calls it. */
export {}
