export { contentCachedFields } from './api/cached-fields';
export type { ContentOptions, PreviewLink } from './content.options';
export { ContentPlugin } from './content.plugin';
export { contentMigrations } from './infrastructure/content.migrations';
