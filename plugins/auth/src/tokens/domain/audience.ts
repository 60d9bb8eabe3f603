/** The API that a token is for. REST takes either, and the permissions of the account decide. */
export type Audience = 'shop' | 'admin';
