/** Why something was not done, in the server's words. */
export function ActError({ error }: { error: Error | null }) {
    return error ? (
        <p role="alert" className="text-sm text-destructive">
            {error.message}
        </p>
    ) : null;
}
