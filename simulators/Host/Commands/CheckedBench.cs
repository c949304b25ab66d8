using PairingLab.Drivers.Bench;
using PairingLab.Host.Site;

namespace PairingLab.Host.Commands;

/// <summary>A bench file whose settings the simulators know.</summary>
internal static class CheckedBench
{
    /// <summary>Reads one; throws <see cref="BenchFileException"/> at the first mistake, settings included.</summary>
    public static Bench Read(string file)
    {
        var bench = BenchFile.Read(file, PairingSystems.BuiltIn.Kinds);
        foreach (var setting in bench.Settings.SelectMany(of => of.Value.Select(s => (System: of.Key, Setting: s))))
        {
            if (PairingSystems.BuiltIn.WhyNot(setting.System, setting.Setting.Name, setting.Setting.Text) is { } whyNot)
            {
                throw setting.Setting.Place.Mistake(whyNot);
            }
        }

        return bench;
    }
}
