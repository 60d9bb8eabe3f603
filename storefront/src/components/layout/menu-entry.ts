/** A department, as header, menu and footer link to it. */
export interface MenuEntry {
    readonly id: string;
    readonly name: string;
    readonly slug: string;
}
