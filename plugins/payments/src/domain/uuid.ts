/** Whether a text from outside may be the id of an intent. PostgreSQL refuses a query with any other text. */
export function isUuid(text: string): boolean {
    return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
