export * from './domain/model';
export { decodeArtefact, encodeArtefact } from './domain/artefact';
export { popularity, PopularitySettings } from './domain/models/popularity';
