/** What the shell is told; see docs/commands.md. */
export const EXIT = { good: 0, usage: 1, someFailed: 2, bug: 70, interrupted: 130 } as const;
