/** The APIs that a token may be for. REST takes either, and the permissions of the account decide. */
export const AUDIENCES = ['shop', 'admin'] as const;

export type Audience = (typeof AUDIENCES)[number];
