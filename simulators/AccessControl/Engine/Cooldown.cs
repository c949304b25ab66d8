namespace PairingLab.AccessControl.Engine;

/// <summary>A location's cooldown: "the minimum time required between successful visits at the same location".</summary>
internal static class Cooldown
{
    public static bool Holds(Location location, in Tap tap)
    {
        if (location.CooldownMinutes is not { } minutes)
        {
            return false;
        }

        for (var i = 0; i < tap.Entries.Count; i++)
        {
            var entry = tap.Entries[i];
            if (!entry.Reversed && entry.LocationId == location.Id && tap.At < entry.At.AddMinutes(minutes))
            {
                return true;
            }
        }

        return false;
    }
}
