/** Where the API is mounted, below the server's address. */
export const REST_PATH = 'api/v1';
