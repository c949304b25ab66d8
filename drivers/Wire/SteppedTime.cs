using PairingLab.Drivers.Time;

namespace PairingLab.Drivers.Wire;

/// <summary>Lab time of a lab whose clock is stepped: passing is <c>POST /lab/clock</c>.</summary>
public sealed class SteppedTime(HttpClient http, Uri lab) : ILabTime
{
    private readonly LabHttp labHttp = new(http, lab);

    /// <inheritdoc />
    public bool CanTravel => true;

    /// <inheritdoc />
    public async Task<DateTimeOffset> NowAsync(CancellationToken cancel = default) => (await ReadAsync(cancel)).Now;

    /// <summary>The clock and its mode.</summary>
    public Task<ClockReading> ReadAsync(CancellationToken cancel = default) =>
        labHttp.SendAsync<ClockReading>(HttpMethod.Get, "clock", null, cancel);

    /// <inheritdoc />
    public Task PassAsync(TimeSpan span, CancellationToken cancel = default) =>
        labHttp.SendAsync<ClockReading>(HttpMethod.Post, "clock", new ClockRequest(span), cancel);
}
