using FsCheck;
using FsCheck.Fluent;

namespace PairingLab.Drivers.Serial;

/// <summary>Seeds from the whole range: FsCheck's own integers are small, and soon the same again.</summary>
internal static class Seeds
{
    public static Property All(Func<int, bool> holds) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), holds);
}
