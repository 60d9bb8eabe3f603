/** By which the server and the storefront of the journeys know each other. */
export const REVALIDATION_SECRET = 'known to the shop of the journeys only';
