using System.Globalization;
using System.Net;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Time;

namespace PairingLab.Drivers.Wire;

/// <summary>A panel worked by its JSON: <c>GET /lab/devices/{id}/panel</c> and its <c>press</c> and <c>enter</c>.</summary>
/// <param name="http">Sends the requests; not disposed here.</param>
/// <param name="lab">The lab's address; <c>/lab/…</c> is appended to it.</param>
/// <param name="device">The device's id.</param>
/// <param name="time">How lab time passes while waiting.</param>
/// <param name="evidence">Takes down each panel seen.</param>
/// <param name="patience">How long a wait lasts when nothing else is said, in lab time; null for 15 seconds.</param>
public sealed class WirePanel(
    HttpClient http, Uri lab, string device, ILabTime time, IEvidenceSink evidence, TimeSpan? patience = null) : IPanel
{
    // Long enough for a change that is under way to arrive, short enough to cost nothing when none is.
    private const int MomentInMilliseconds = 20;

    private readonly LabHttp labHttp = new(http, lab);
    private readonly string path = $"devices/{LabHttp.Segment(device)}";
    private readonly Uri lab = lab;

    /// <inheritdoc />
    public string Device => device;

    /// <inheritdoc />
    public Task<PanelReading> ReadAsync(CancellationToken cancel = default) =>
        SeenAsync(HttpMethod.Get, "panel", null, "read", cancel);

    /// <inheritdoc />
    public Task<PanelReading> PressAsync(string button, CancellationToken cancel = default) =>
        SeenAsync(HttpMethod.Post, "press", new PressRequest(button), $"press {button}", cancel);

    /// <inheritdoc />
    public Task<PanelReading> EnterAsync(string field, string text, CancellationToken cancel = default) =>
        SeenAsync(HttpMethod.Post, "enter", new EnterRequest(field, text), $"enter {field}", cancel);

    /// <inheritdoc />
    public async Task<PanelReading> WaitUntilAsync(
        Func<PanelReading, bool> condition, string what, TimeSpan? limit = null, CancellationToken cancel = default)
    {
        var last = new WireReading(null!, null);
        var wait = new PanelWait(time, Look, Changed);
        var reading = await wait.UntilAsync(condition, what, limit ?? patience ?? TimeSpan.FromSeconds(15), cancel);
        evidence.PanelSeen(reading, $"wait until it shows {what}");
        return reading;

        async Task<PanelReading> Look(CancellationToken c) => (last = await SendAsync(HttpMethod.Get, "panel", null, c)).Panel;

        // A panel without a version can't say that it changed; the next look will show it.
        async Task<bool> Changed(CancellationToken c)
        {
            if (last.Version is not { } version)
            {
                return false;
            }

            var query = string.Create(CultureInfo.InvariantCulture, $"panel?after={version}&wait={MomentInMilliseconds}");
            return (await SendAsync(HttpMethod.Get, query, null, c)).Version != version;
        }
    }

    private async Task<PanelReading> SeenAsync(HttpMethod method, string act, object? body, string words, CancellationToken cancel)
    {
        var reading = (await SendAsync(method, act, body, cancel)).Panel;
        evidence.PanelSeen(reading, words);
        return reading;
    }

    private async Task<WireReading> SendAsync(HttpMethod method, string act, object? body, CancellationToken cancel)
    {
        try
        {
            using var answer = await labHttp.SendAsync(method, $"{path}/{act}", body, cancel);
            return new WireReading(Whole(await LabHttp.ReadAsync<PanelReading>(answer, cancel)), WireReading.VersionOf(answer));
        }
        catch (LabRequestException e) when (e.Status == HttpStatusCode.Conflict)
        {
            throw new PanelRefusedException($"{device}: {e.Reason}");
        }
        catch (LabRequestException e) when (e.Status == HttpStatusCode.NotFound)
        {
            throw new UnknownDeviceException($"no device '{device}' at {lab}: {e.Reason}", e);
        }
    }

    // What a lab leaves out is not there; a null list would only fail later and elsewhere.
    private PanelReading Whole(PanelReading panel) => new(
        panel.Device ?? device, panel.Title ?? "", panel.Texts ?? [], panel.Buttons ?? [], panel.Fields ?? []);
}
