/** What can be asked for without an account. Access and a file to take elsewhere are one and the same here. */
export const mailedKinds = [
    'PORTABILITY',
    'RECTIFICATION',
    'ERASURE',
    'RESTRICTION',
    'OBJECTION',
    'OPT_OUT',
] as const;
