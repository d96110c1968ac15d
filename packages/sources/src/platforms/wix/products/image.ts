const media = 'https://static.wixstatic.com/media/';

/** The address of the first image. Files of the platform's media server go by name. Source: public converters. */
export function imageOf(images: string): string {
  const names = images.split(';').map((name) => name.trim());
  const [image = ''] = names.filter((name) => !/^wix:(?!image:)/.test(name));
  // `wix:image://v1/<name on the server>/<name it was uploaded as>#…`
  const [, uploaded] = /^wix:image:\/\/v1\/([^/#]+)/.exec(image) ?? [];
  if (uploaded !== undefined) return media + uploaded;
  return image === '' || image.includes('//') ? image : media + image;
}
