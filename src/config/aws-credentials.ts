import { defaultProvider } from '@aws-sdk/credential-provider-node';
import type { Env } from '../env';

interface AwsCredentials {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
}

/**
 * Those of the settings; without any, as AWS has it everywhere: a web identity (Kubernetes), the role of a container or
 * of the machine, a profile. The chain remembers them and renews them in time.
 */
export function awsCredentials(env: Env): () => AwsCredentials | Promise<AwsCredentials> {
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
    return accessKeyId && secretAccessKey
        ? () => ({
              ...{ accessKeyId, secretAccessKey },
              ...(env.AWS_SESSION_TOKEN ? { sessionToken: env.AWS_SESSION_TOKEN } : {}),
          })
        : defaultProvider();
}
