export { type CatalogueColumn, personalDataGaps } from './application/gaps';
export type { Recipient } from './application/recipients';
export { recordOfProcessing } from './application/record-of-processing';
export { awsKms } from './encryption/aws-kms';
export {
    type EncryptionCommand,
    encryptionCommand,
    encryptionCommands,
} from './encryption/encryption-command';
export { localMasterKeys, masterKeysInFile } from './encryption/local-master-keys';
export type { MasterKeys } from './encryption/master-keys.port';
export type { EncryptionOptions } from './encryption/sealing';
export { vaultLogin } from './encryption/vault-login';
export { vaultTransit } from './encryption/vault-transit';
export type { GdprOptions, PersonalDataStore, ProcessorOptions } from './gdpr.options';
export * from './gdpr.plugin';
export { gdprMigrations } from './infrastructure/create-gdpr.migration';
export { personalDataRegistry } from './registry';
