namespace PairingLab.Drivers.Serial;

/// <summary>
/// Which segments of one digit may be stuck. A stuck segment can turn one character into another (0 with g is 8), which no
/// single look can tell; but once it has made an unknown pattern it is suspected until it is seen the other way.
/// </summary>
internal sealed class SegmentWatch
{
    private byte _stuckOn;
    private byte _stuckOff;

    /// <summary>True when no segment is suspected.</summary>
    public bool Trusted => (_stuckOn | _stuckOff) == 0;

    public void See(byte segments)
    {
        _stuckOn &= segments;
        _stuckOff &= (byte)~segments;
        var suspects = SegmentAlphabet.OneAway(segments);
        _stuckOn |= (byte)(suspects & segments);
        _stuckOff |= (byte)(suspects & ~segments);
    }

    public void Forget() => _stuckOn = _stuckOff = 0;

    /// <summary>"segment g stuck on?", or empty.</summary>
    public override string ToString()
    {
        var on = "abcdefg".Where((_, i) => (_stuckOn >> i & 1) != 0).Select(s => $"segment {s} stuck on");
        var off = "abcdefg".Where((_, i) => (_stuckOff >> i & 1) != 0).Select(s => $"segment {s} stuck off");
        return Trusted ? "" : string.Join(", or ", on.Concat(off)) + "?";
    }
}
