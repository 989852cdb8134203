import type { DrawnEnrollment, EnrollmentView } from '@tessera/contracts';
import QRCode from 'qrcode';

/** Adds the QR code of the url, as a PNG in a data URL. */
export async function drawn(enrollment: EnrollmentView): Promise<DrawnEnrollment> {
  const qr = await QRCode.toDataURL(enrollment.url, { errorCorrectionLevel: 'M', margin: 2 });
  return { ...enrollment, qr };
}
