namespace PairingLab.Kernel.Serial;

/// <summary>Finds queries in what comes to a display, however the bytes are cut into pieces. Not safe for two threads at once.</summary>
public sealed class DisplayLinkQueries
{
    private int _matched;

    /// <summary>Takes the next bytes and returns how many queries were finished in them.</summary>
    public int Feed(ReadOnlySpan<byte> bytes)
    {
        var query = DisplayLink.Query;
        var found = 0;
        foreach (var b in bytes)
        {
            if (_matched == query.Length)
            {
                found += b is (byte)'\r' or (byte)'\n' ? 1 : 0;
                _matched = 0;
            }

            // '$' stands only at the start, so after a mismatch no earlier start can fit.
            _matched = b == query[_matched] ? _matched + 1 : b == query[0] ? 1 : 0;
        }

        return found;
    }
}
