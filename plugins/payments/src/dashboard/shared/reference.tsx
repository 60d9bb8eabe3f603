/** An id that somebody may have to compare or copy: in full, broken where it must be, and selected with one click. */
export function Reference({ children }: { children: string }) {
    return (
        <code className="inline-block min-w-36 text-xs break-all whitespace-normal select-all">
            {children}
        </code>
    );
}
