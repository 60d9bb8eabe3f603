/** Inside a link: shows that its page is on the way. Waits a moment, so that fast pages show nothing. */
export function LinkPending() {
    return (
        <span
            aria-hidden
            className="pointer-events-none absolute inset-0 rounded-xl bg-paper/60 opacity-0 transition-opacity delay-150 in-data-pending:opacity-100"
        />
    );
}
