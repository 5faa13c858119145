// What verification reports. A type and nothing else.

/** Something that is not as the manifest says. */
export interface Finding {
  /** `manifest.json`, or the volume's file. */
  readonly file: string;
  readonly page?: number;
  readonly message: string;
}
