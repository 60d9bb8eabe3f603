import { UserInputError } from '@vendure/core';
import {
    type AssetServerOptions,
    defaultAssetStorageStrategyFactory,
    LocalAssetStorageStrategy,
} from '@vendure/asset-server-plugin';
import type { ReadStream } from 'node:fs';

/**
 * Keeps only files whose first bytes say what they are, which all kinds that may be uploaded do. Vendure refuses what
 * is recognised as something else, and lets a page or a script pass that is called an image.
 */
export class RecognisedFiles extends LocalAssetStorageStrategy {
    constructor(options: AssetServerOptions) {
        super(options.assetUploadDir, defaultAssetStorageStrategyFactory(options).toAbsoluteUrl);
    }

    override async writeFileFromBuffer(fileName: string, data: Buffer): Promise<string> {
        const { fileTypeFromBuffer } = await import('file-type');
        demandKind(fileName, await fileTypeFromBuffer(data));
        return super.writeFileFromBuffer(fileName, data);
    }

    override async writeFileFromStream(fileName: string, data: ReadStream): Promise<string> {
        const { fileTypeStream } = await import('file-type');
        const read = await fileTypeStream(data);
        demandKind(fileName, read.fileType);
        return super.writeFileFromStream(fileName, read as unknown as ReadStream);
    }
}

function demandKind(fileName: string, kind: object | undefined): void {
    if (!kind) {
        throw new UserInputError(`What is in "${fileName}" is of no kind that may be uploaded.`);
    }
}
