using System.Globalization;
using PairingLab.Host.Site;

namespace PairingLab.Host.Pages;

/// <summary>
/// What of a site changed when: one number that only rises, and for each topic the number of its last change. A page that
/// knows its number asks for what came after; a page that asks late gets many changes as one.
/// </summary>
public sealed class LiveBoard
{
    /// <summary>The list of devices: one came or went.</summary>
    public const string Devices = "devices";

    /// <summary>Anything at any device.</summary>
    public const string AnyDevice = "any-device";

    /// <summary>A cable was laid, switched, plugged elsewhere or taken up.</summary>
    public const string Cables = "cables";

    /// <summary>What a guide goes by: a device, the time, or the lab's help.</summary>
    public const string Guide = "guide";

    /// <summary>A serial line was laid, damaged, mended or taken up.</summary>
    public const string Lines = "lines";

    /// <summary>The clock was advanced.</summary>
    public const string Clock = "clock";

    /// <summary>A device exchanged something with its Commander.</summary>
    public const string Exchanges = "exchanges";

    /// <summary>The questions to people at the bench changed.</summary>
    public const string Questions = "questions";

    private readonly Lock gate = new();
    private readonly Dictionary<string, long> versions = new(StringComparer.Ordinal);
    private readonly LabSite site;
    private string devices;
    private long count = 1;
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Where the style sheet of the site's pages is.</summary>
    public string Style => site.Known.Style.Address;

    /// <summary>A board that watches a site.</summary>
    public LiveBoard(LabSite site)
    {
        this.site = site;
        devices = DeviceList();
        site.Devices.Changed += TellDevice;
        site.Cables.Changed += () => Tell(Cables);
        site.Connected += () => Tell(Cables);
        site.Lines.Changed += () => Tell(Lines);
        site.Questions.Changed += () => Tell(Questions);
        site.Clock.Advanced += () => Tell(Clock, Guide);
        site.Travel.Changed += () => Tell(Clock);
        site.Tap.Added += () => Tell(Exchanges);
    }

    /// <summary>Which start of the site this is: numbers of an earlier one mean nothing.</summary>
    public string Start { get; } = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    /// <summary>The topic of one device.</summary>
    public static string Device(string id) => $"device/{id}";

    /// <summary>When a topic last changed; read it before what is shown, so that no change is missed.</summary>
    public long Version(string topic)
    {
        lock (gate)
        {
            return versions.GetValueOrDefault(topic, 1);
        }
    }

    /// <summary>Says that topics changed.</summary>
    public void Tell(params IReadOnlyList<string> topics)
    {
        TaskCompletionSource waiters;
        lock (gate)
        {
            count++;
            foreach (var topic in topics)
            {
                versions[topic] = count;
            }

            waiters = next;
            next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiters.SetResult();
    }

    /// <summary>What changed after that number; waits until something has.</summary>
    public async Task<IReadOnlyList<LiveChange>> ChangesAsync(long after, CancellationToken cancel)
    {
        while (true)
        {
            Task change;
            lock (gate)
            {
                if (count > after)
                {
                    return [.. versions.Where(v => v.Value > after).Select(v => new LiveChange(v.Key, v.Value)).OrderBy(c => c.Version)];
                }

                change = next.Task;
            }

            await change.WaitAsync(cancel);
        }
    }

    private void TellDevice(string id)
    {
        var now = DeviceList();
        var came = Interlocked.Exchange(ref devices, now) != now;
        Tell(came ? [Device(id), AnyDevice, Guide, Devices, Cables] : [Device(id), AnyDevice, Guide]);
    }

    private string DeviceList() => string.Join(' ', site.Devices.All.Select(d => d.Info.Id));
}
