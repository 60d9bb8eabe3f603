/**
 * The referrer of pages whose address lets somebody in: it goes to no other site. Not `no-referrer`, with which a browser
 * sends a form without an origin as long as scripts have not come, and Next.js refuses that.
 */
export const privateAddress = 'same-origin' as const;
