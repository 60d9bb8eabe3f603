export { OldSlug } from './infrastructure/old-slug.entity';
export { slugRedirectsMigrations } from './infrastructure/slug-redirects.migrations';
export { SlugRedirectsPlugin } from './slug-redirects.plugin';
