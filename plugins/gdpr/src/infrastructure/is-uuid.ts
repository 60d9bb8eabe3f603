const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether PostgreSQL would take it for the id of a request. */
export function isUuid(text: string): boolean {
    return UUID.test(text);
}
