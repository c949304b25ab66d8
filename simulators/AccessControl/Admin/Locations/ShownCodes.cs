using System.Collections.Concurrent;
using System.Security.Cryptography;
using PairingLab.AccessControl.Services;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Admin.Locations;

/// <summary>Pairing codes that are on somebody's screen, by a key that nobody can guess; they are gone with the lab's memory.</summary>
internal sealed class ShownCodes(LabClock clock)
{
    private readonly ConcurrentDictionary<string, (string Serial, PairingCode Code)> shown = new(StringComparer.Ordinal);

    /// <summary>The key of a new code. A new code of a terminal ends the one before.</summary>
    public string Add(string serial, PairingCode code)
    {
        shown.Where(s => s.Value.Serial == serial || IsOver(s.Value.Code)).ToList().ForEach(s => shown.TryRemove(s));
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        shown[key] = (serial, code);
        return key;
    }

    /// <summary>The code of a key; null when there is none, or it can't be used any more.</summary>
    public (string Serial, PairingCode Code)? Find(string key) =>
        shown.TryGetValue(key, out var found) && !IsOver(found.Code) ? found : null;

    private bool IsOver(PairingCode code) => code.Until <= clock.GetUtcNow();
}
