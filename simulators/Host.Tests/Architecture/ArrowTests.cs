using System.Reflection;
using NetArchTest.Rules;
using PairingLab.Drivers.Panels;
using PairingLab.Host.Site;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Simulation;
using PairingLab.Reports;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Host.Tests.Architecture;

/// <summary>The arrows of docs/architecture.md: who may know whom.</summary>
public sealed class ArrowTests
{
    private static readonly Assembly Kernel = typeof(Panel).Assembly;
    private static readonly Assembly Wire = typeof(PanelReading).Assembly;
    private static readonly Assembly Drivers = typeof(IPanel).Assembly;
    private static readonly Assembly Reports = typeof(ReportWriter).Assembly;
    private static readonly Assembly Features = Assembly.LoadFrom(FeaturesFile());

    /// <summary>What a core would do I/O with, speak over a wire with, wait with, or learn the time from.</summary>
    private static readonly string[] Outside =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.Stream", "System.Net", "System.Threading",
        "System.TimeProvider", "System.Console",
        "System.Random", "System.Data", "Microsoft.AspNetCore", "Microsoft.Data", "Npgsql", "Dapper",
        "PairingLab.Kernel.Network", "PairingLab.Kernel.Store", "PairingLab.Kernel.Time", "PairingLab.Kernel.Web",
        "PairingLab.Kernel.Serial", "PairingLab.Wire",
    ];

    public static TheoryData<string> SystemNames => new(PairingSystems.BuiltIn.All.Select(s => s.Name));

    [Fact]
    public void The_wire_knows_neither_side() =>
        Never(
            Types.InAssembly(Wire),
            [NameOf(Kernel), .. Systems().Select(NameOf), NameOf(Drivers), NameOf(Reports), "PairingLab.Host", NameOf(Features)]);

    /// <summary>Both sides take its shapes from there; a second shape of the same name would be one that can differ.</summary>
    [Fact]
    public void What_both_sides_say_alike_about_a_wire_lives_there_alone()
    {
        NamesIn(Wire).ShouldNotBeEmpty();
        foreach (var side in (Assembly[])[Drivers, Kernel, .. Systems(), typeof(LabSite).Assembly])
        {
            side.GetReferencedAssemblies().Select(a => a.Name).ShouldContain(NameOf(Wire), NameOf(side));
            NamesIn(side).Intersect(NamesIn(Wire), StringComparer.Ordinal).ShouldBeEmpty(NameOf(side));
        }

        NamesIn(Drivers).Intersect(NamesIn(Kernel), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void The_kernel_knows_no_system_no_driver_and_no_report() =>
        Never(
            Types.InAssembly(Kernel),
            [.. Systems().Select(NameOf), NameOf(Drivers), NameOf(Reports), "PairingLab.Host", NameOf(Features)]);

    [Theory]
    [MemberData(nameof(SystemNames))]
    public void A_system_knows_the_kernel_and_no_other_part(string system) => Never(
        Types.InAssembly(AssemblyOf(system)),
        [
            .. Systems().Where(a => a != AssemblyOf(system)).Select(NameOf),
            NameOf(Drivers), NameOf(Reports), "PairingLab.Host", NameOf(Features),
        ]);

    [Fact]
    public void Drivers_know_no_simulator() =>
        Never(
            Types.InAssembly(Drivers),
            [NameOf(Kernel), .. Systems().Select(NameOf), NameOf(Reports), "PairingLab.Host", NameOf(Features)]);

    [Fact]
    public void Reports_know_evidence_alone() =>
        Never(
            Types.InAssembly(Reports),
            [NameOf(Kernel), NameOf(Wire), .. Systems().Select(NameOf), NameOf(Drivers), "PairingLab.Host", NameOf(Features)]);

    /// <summary>
    /// Steps and the state between them work devices through drivers; only the composition root in Support sets simulators up.
    /// </summary>
    [Fact]
    public void Features_know_simulators_in_their_composition_root_alone() =>
        Never(
            Types.InAssembly(Features).That().DoNotResideInNamespace("PairingLab.Features.Support"),
            [NameOf(Kernel), .. Systems().Select(NameOf), "PairingLab.Host"]);

    [Theory]
    [InlineData("commander", "PairingLab.Commander.Core")]
    [InlineData("sci", "PairingLab.Sci.Core")]
    [InlineData("smartconnect", "PairingLab.SmartConnect.Core")]
    [InlineData("terminal-trust", "PairingLab.TerminalTrust.Core")]
    [InlineData("access-control", "PairingLab.AccessControl.Engine")]
    public void A_core_knows_no_IO_and_no_clock(string system, string core)
    {
        var types = Types.InAssembly(AssemblyOf(system)).That().ResideInNamespace(core);
        types.GetTypes().ShouldNotBeEmpty(core);
        var rooms = AssemblyOf(system).GetTypes().Select(t => t.Namespace).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(n => n != NameOf(AssemblyOf(system))
                && n.StartsWith(NameOf(AssemblyOf(system)), StringComparison.Ordinal)
                && !n.StartsWith(core, StringComparison.Ordinal));
        Never(types, [.. Outside, .. rooms]);
    }

    /// <summary>What makes a device that device: state in, state out; and what it shows.</summary>
    [Fact]
    public void The_logic_and_the_panel_of_a_device_know_no_IO_and_no_clock()
    {
        foreach (var assembly in Systems())
        {
            Never(Types.InAssembly(assembly).That().HaveNameMatching($"^({string.Join('|', PureOf(assembly))})$"), Outside);
        }
    }

    private static IEnumerable<string> PureOf(Assembly assembly) =>
        assembly.GetTypes().Where(t => IsLogic(t) || IsPanel(t)).Select(t => t.Name);

    private static bool IsLogic(Type type) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IDeviceLogic<,,>));

    private static bool IsPanel(Type type) =>
        type.Name.EndsWith("Panel", StringComparison.Ordinal) && type.Namespace?.Contains(".Devices", StringComparison.Ordinal) == true;

    private static void Never(PredicateList types, string[] others) => Hold(types.ShouldNot().HaveDependencyOnAny(others).GetResult());

    private static void Never(Types types, string[] others) => Hold(types.ShouldNot().HaveDependencyOnAny(others).GetResult());

    private static void Hold(NetArchTest.Rules.TestResult result) => (result.FailingTypeNames ?? []).ShouldBeEmpty();

    private static IEnumerable<Assembly> Systems() => PairingSystems.BuiltIn.All.Select(AssemblyOf);

    private static Assembly AssemblyOf(string system) => AssemblyOf(PairingSystems.BuiltIn.All.Single(s => s.Name == system));

    private static Assembly AssemblyOf(SystemDescription system) => system.Settings.Assembly;

    private static IEnumerable<string> NamesIn(Assembly assembly) =>
        assembly.GetTypes().Where(t => !t.IsNested && t.Namespace?.StartsWith("PairingLab.", StringComparison.Ordinal) == true)
            .Select(t => t.Name);

    private static string NameOf(Assembly assembly) => assembly.GetName().Name!;

    /// <summary>The features are a program beside ours, built with the same configuration.</summary>
    private static string FeaturesFile()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(
            Host.Commands.Repository.Find().Root, "features", "bin", here.Parent!.Name, here.Name, "PairingLab.Features.dll");
    }
}
