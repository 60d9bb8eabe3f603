/** The format that a file's name tells; of any other name, CSV. */
export function formatOfFile(name: string): 'CSV' | 'JSON_LINES' {
    return /\.(jsonl|ndjson|json)$/i.test(name) ? 'JSON_LINES' : 'CSV';
}
