using System.Collections.Immutable;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;

namespace PairingLab.Commander.Devices.MailServer;

/// <summary>The site's mail server: it shows the e-mails that it was given, the newest first. Without power it takes none.</summary>
internal sealed class MailServerDevice(DeviceInfo info, Listening where) : IDevice
{
    private const string Empty = "Empty the mailbox";

    /// <summary>A hosted lab runs for weeks.</summary>
    private const int MailsKept = 20;

    private readonly SemaphoreSlim switching = new(1, 1);
    private ImmutableList<Mail> mails = [];
    private MailSink? sink;

    /// <inheritdoc />
    public event Action? Changed;

    /// <inheritdoc />
    public DeviceInfo Info => info;

    /// <summary>Host and port; those of the last time while it has no power, null before the first.</summary>
    public string? Address { get; private set; }

    /// <inheritdoc />
    public bool Powered => sink is not null;

    /// <inheritdoc />
    public Panel Panel => Powered
        ? Panel.Of(
            info.Id,
            "Mail server",
            [.. mails.IsEmpty ? [new("There are no e-mails.", TextRole.Note)] : mails.Select(Row), new($"SMTP: {Address}", TextRole.Note)],
            [new(Empty, !mails.IsEmpty)],
            [])
        : Panel.Dark(info.Id);

    /// <inheritdoc />
    public string? Line => null;

    /// <inheritdoc />
    public Type View => typeof(MailServerView);

    /// <inheritdoc />
    public Task PressAsync(string button)
    {
        if (button == Empty)
        {
            mails = [];
            Changed?.Invoke();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task EnterAsync(string field, string text) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task PowerAsync(bool on)
    {
        await switching.WaitAsync();
        try
        {
            if (on == Powered)
            {
                return;
            }

            if (sink is { } running)
            {
                sink = null;
                await running.DisposeAsync();
            }
            else
            {
                var starting = new MailSink(info.Id, where, Take);
                Address = await starting.StartAsync();
                sink = starting;
            }
        }
        finally
        {
            switching.Release();
        }

        Changed?.Invoke();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await PowerAsync(on: false);
        switching.Dispose();
    }

    private static PanelText Row(Mail mail) => PanelText.Row([$"To {mail.To}", mail.Subject, mail.Text]);

    private void Take(Mail mail)
    {
        ImmutableInterlocked.Update(ref mails, (all, one) => [one, .. all.Take(MailsKept - 1)], mail);
        Changed?.Invoke();
    }
}
