export const STORE_DASHBOARD_OPTIONS = Symbol('STORE_DASHBOARD_OPTIONS');

export interface StoreDashboardOptions {
    /** Path of the Dashboard on the server. The build has it as its base address. */
    readonly route: string;
    /** Folder of the built Dashboard: `index.html` and `assets/`. */
    readonly appDir: string;
    /** IANA name of the time zone by which the store's day begins and ends. */
    readonly timeZone: string;
    /** Further origins that product images come from, e.g. a CDN. The server's own is always one. */
    readonly imageOrigins: readonly string[];
}

export const defaultOptions: Omit<StoreDashboardOptions, 'appDir'> = {
    route: 'dashboard',
    timeZone: 'UTC',
    imageOrigins: [],
};
