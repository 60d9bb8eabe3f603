/** The API that a token is for. REST takes either, and the permissions of the account decide. */
export const audiences = ['shop', 'admin'] as const;

export type Audience = (typeof audiences)[number];
