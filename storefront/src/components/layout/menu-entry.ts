/** A link of header, menu and footer. */
export interface MenuEntry {
    readonly id: string;
    readonly name: string;
    /** Without language and market, or an address elsewhere. */
    readonly href: string;
}
