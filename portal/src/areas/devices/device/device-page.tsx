import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, askTagged, type View } from '../../../api/client.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { TextLink } from '../../../ui/text-link.js';
import { useMayManage } from '../use-may-manage.js';
import { AboutPanel } from './about-panel.js';
import { AppsPanel } from './apps-panel.js';
import { CommandsPanel } from './commands-panel.js';
import { DisconnectPanel } from './disconnect-panel.js';
import { StatusPanel } from './status-panel.js';
import { useCommands } from './use-commands.js';
import { useSend } from './use-send.js';

/** One device: how it is and why, what is installed, what it is told to do (DEV-027, DEV-028). */
export default function DevicePage() {
  const t = useTexts('devices');
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['device', 'one', id],
    queryFn: () => askTagged(api.GET('/devices/{id}', { params: { path: { id } } })),
  });
  return (
    <Page
      title={query.data?.value.name ?? t('device.title')}
      intro={<TextLink to="/devices">{t('device.back')}</TextLink>}
    >
      <QueryView query={query}>
        {({ value, etag }) => <Parts key={id} device={value} etag={etag} />}
      </QueryView>
    </Page>
  );
}

function Parts({ device, etag }: { device: View<'DeviceView'>; etag: string }) {
  const mayManage = useMayManage();
  const commands = useCommands(device.id);
  const send = useSend(device, commands.data ?? []);
  const mayCommand = mayManage && device.connected;
  return (
    <>
      <StatusPanel device={device} send={mayCommand ? send : null} mayManage={mayManage} />
      <CommandsPanel
        device={device}
        commands={commands}
        send={mayCommand ? send : null}
        mayManage={mayManage}
      />
      <AppsPanel apps={device.apps} />
      <AboutPanel device={device} etag={etag} mayManage={mayManage} />
      {mayManage && device.connected && <DisconnectPanel device={device} />}
    </>
  );
}
