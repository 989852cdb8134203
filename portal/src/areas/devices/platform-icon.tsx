import {
  IconBrandAndroid,
  IconBrandApple,
  IconBrandWindows,
  IconDeviceDesktop,
  IconDevices,
  IconTerminal2,
} from '@tabler/icons-react';
import type { View } from '../../api/client.js';

const icons = {
  windows: IconBrandWindows,
  macos: IconBrandApple,
  linux: IconTerminal2,
  android: IconBrandAndroid,
  ios: IconBrandApple,
  other: IconDevices,
};

/** Beside the platform's name, which says the same. */
export function PlatformIcon({ platform, size }: { platform: View<'DeviceView'>['platform']; size: number }) {
  const Icon = icons[platform] ?? IconDeviceDesktop;
  return <Icon size={size} aria-hidden />;
}
