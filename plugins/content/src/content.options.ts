/** What a link to a preview is made of. */
export interface PreviewLink {
    readonly token: string;
    readonly languageCode: string;
    /** Of the channel that the page belongs to. */
    readonly channelCode: string;
    readonly channelToken: string;
    readonly isDefaultChannel: boolean;
}

/** What can be set in `ContentPlugin.init()`. */
export interface ContentOptions {
    /** Signs links to drafts: at least 32 characters, the same on each server. Changing it ends all links. */
    readonly previewSecret: string;
    /** The storefront's page that shows what `efiContentPreview` answers for the token. */
    readonly previewUrl: (link: PreviewLink) => string;
    /** How long a link to a draft holds, in hours. @default 8 */
    readonly previewHours?: number;
}

export type ResolvedContentOptions = Required<ContentOptions>;

/** Token by which the plugin's parts are given its options. */
export const CONTENT_OPTIONS = Symbol('CONTENT_OPTIONS');

/**
 * Fills in the defaults.
 *
 * @throws Error that names the option and what it must be.
 */
export function resolveOptions({ previewHours = 8, ...needed }: ContentOptions): ResolvedContentOptions {
    if (needed.previewSecret.length < 32) {
        throw new Error('ContentPlugin: previewSecret must have at least 32 characters.');
    }
    if (!(previewHours > 0 && previewHours <= 24 * 30)) {
        throw new Error(`ContentPlugin: previewHours must be from more than 0 to 720, got ${previewHours}.`);
    }
    return { ...needed, previewHours };
}
