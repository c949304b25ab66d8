namespace PairingLab.Drivers.Wire;

/// <summary>What can be done to the serial lines of a site (<c>/lab/lines</c>).</summary>
public sealed class LineClient(HttpClient http, Uri lab)
{
    private readonly LabHttp labHttp = new(http, lab);

    /// <summary>Does something to the line of a device: mend, cut, unplug, plug, garbage, lossy.</summary>
    public Task DoAsync(string device, string what, CancellationToken cancel = default) => SendAsync(device, new LineRequest(what), cancel);

    /// <summary>Loses one byte of every sentence; places count from 0.</summary>
    public Task LoseByteAsync(string device, int position, CancellationToken cancel = default) =>
        SendAsync(device, new LineRequest("lose-byte", position), cancel);

    /// <summary>Sticks a segment of a digit (left or right): a to g, p for the decimal point.</summary>
    public Task StickAsync(string device, string segment, string digit, bool lit = true, CancellationToken cancel = default) =>
        SendAsync(device, new LineRequest("stuck-segment", Segment: segment, Digit: digit, Lit: lit), cancel);

    private async Task SendAsync(string device, LineRequest body, CancellationToken cancel)
    {
        using var _ = await labHttp.SendAsync(HttpMethod.Post, $"lines/{LabHttp.Segment(device)}", body, cancel);
    }
}
