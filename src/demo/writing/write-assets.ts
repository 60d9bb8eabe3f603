import { ConfigService, type RequestContext } from '@vendure/core';
import type { INestApplicationContext } from '@nestjs/common';
import { imageSize } from 'image-size';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { RowWriter } from './row-writer';
import { allChannels, type ShopIds } from './write-markets';

const suffix = '-unsplash.jpg';
const mimeType = 'image/jpeg';

/** Ids of the photographs by file name without `-unsplash.jpg`. */
export type AssetIds = ReadonlyMap<string, number>;

/**
 * Stores the photographs that @vendure/create brings, under names that do not change: a second run after a crash
 * writes the same files again. Previews are made as Vendure makes them for an upload.
 */
export async function writeAssets(
    app: INestApplicationContext,
    ctx: RequestContext,
    writer: RowWriter,
    shop: ShopIds,
): Promise<AssetIds> {
    const folder = path.join(path.dirname(require.resolve('@vendure/create/package.json')), 'assets/images');
    const files = (await readdir(folder)).filter(file => file.endsWith(suffix)).sort();
    const stored = await Promise.all(files.map(file => storeImage(app, ctx, path.join(folder, file))));
    const ids = await writer.insertWithIds('asset', stored);
    await writer.insert(
        'asset_translation',
        ids.map((id, index) => ({ baseId: id, languageCode: 'en', name: files[index] ?? '' })),
    );
    await writer.insert(
        'asset_channels_channel',
        ids.flatMap(assetId => allChannels(shop).map(channelId => ({ assetId, channelId }))),
    );
    return new Map(files.map((file, index) => [file.slice(0, -suffix.length), ids[index] ?? 0]));
}

async function storeImage(app: INestApplicationContext, ctx: RequestContext, file: string) {
    const { assetStorageStrategy, assetNamingStrategy, assetPreviewStrategy } =
        app.get(ConfigService).assetOptions;
    const name = path.basename(file);
    const image = await readFile(file);
    const preview = await assetPreviewStrategy.generatePreviewImage(ctx, mimeType, image);
    const { width, height } = imageSize(image);
    return {
        type: 'IMAGE',
        mimeType,
        width,
        height,
        fileSize: image.byteLength,
        source: await assetStorageStrategy.writeFileFromBuffer(
            assetNamingStrategy.generateSourceFileName(ctx, name),
            image,
        ),
        preview: await assetStorageStrategy.writeFileFromBuffer(
            assetNamingStrategy.generatePreviewFileName(ctx, name),
            preview,
        ),
    };
}
