import { systemCode } from 'sequenzy-contract';
import type { Address } from './address.ts';

interface Text {
  readonly subject: string;
  readonly text: string;
}

/**
 * Sends by SMTP, with nodemailer.
 *
 * @throws {Error} with why it could not be sent, without any address.
 */
export async function sendEmail(
  { to, from, smtp }: Extract<Address, { readonly kind: 'email' }>,
  message: Text,
  longest: number,
): Promise<void> {
  const { createTransport } = await nodemailer();
  const timeouts = { connectionTimeout: longest, greetingTimeout: longest, socketTimeout: longest };
  const transport = createTransport({ url: smtp, ...timeouts });
  try {
    await transport.sendMail({ ...message, from, to });
  } catch (error) {
    // The server's words may repeat addresses.
    const status: unknown = error instanceof Error ? Reflect.get(error, 'responseCode') : undefined;
    const why = typeof status === 'number' ? String(status) : systemCode(error);
    throw new Error(`the mail server did not take it (${why ?? 'no reason given'})`);
  } finally {
    transport.close();
  }
}

async function nodemailer() {
  try {
    return await import('nodemailer');
  } catch (error) {
    if (systemCode(error) !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error('e-mail needs the package nodemailer: npm install nodemailer');
  }
}
