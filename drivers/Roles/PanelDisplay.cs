using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Roles;

/// <summary>A Commander's status display, as somebody in front of it reads it.</summary>
public interface IStatusDisplay
{
    /// <summary>Reads the four digits of the Site Security OTP: two pairs, the one with the decimal point first.</summary>
    Task<string> ReadSiteOtpAsync(TimeSpan? limit = null, CancellationToken cancel = default);
}

/// <summary>A status display read from its page or by a person, where no probe hangs on it.</summary>
public sealed class PanelDisplay(IPanel panel) : IStatusDisplay
{
    /// <inheritdoc />
    public async Task<string> ReadSiteOtpAsync(TimeSpan? limit = null, CancellationToken cancel = default)
    {
        var first = await panel.WaitUntilAsync(
            p => Pair(p, pointed: true) is not null, "the first pair of the OTP, with the decimal point", limit, cancel);
        var second = await panel.WaitUntilAsync(p => Pair(p, pointed: false) is not null, "the second pair of the OTP", limit, cancel);
        return Pair(first, pointed: true) + Pair(second, pointed: false);
    }

    private static string? Pair(PanelReading panel, bool pointed) => panel.Texts
        .Where(t => t.Length == (pointed ? 3 : 2) && t.EndsWith('.') == pointed && t.Take(2).All(char.IsAsciiDigit))
        .Select(t => t[..2])
        .FirstOrDefault();
}
