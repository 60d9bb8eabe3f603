/** Of the cookie with what the shopper looked at, which no script reads and the server keeps nothing of. */
export const viewedCookie = 'efi_viewed';
