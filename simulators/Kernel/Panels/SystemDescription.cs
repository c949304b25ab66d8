using System.Reflection;

namespace PairingLab.Kernel.Panels;

/// <summary>
/// What a pairing system says of itself before there is a site. The lab's pages, bench files, evidence and directory go by it: nothing
/// outside a system's folder and its features names the system, but for one table in Host.
/// </summary>
public sealed record SystemDescription
{
    private SystemDescription(string name, IReadOnlyList<DeviceKind> kinds, Type settings, Func<SiteParts, object, IPairingSystem> make) =>
        (Name, Kinds, Settings, Make) = (name, kinds, settings, make);

    /// <summary>Its name in the directory, in the settings of a bench file and as the tag of its scenarios: "commander".</summary>
    public string Name { get; }

    /// <summary>What people call it, "Terminal trust"; its name when nothing is said.</summary>
    public string Title { get => field ?? Name; init; }

    /// <summary>How a device or a POS of one's own is connected with it, sentence by sentence.</summary>
    public IReadOnlyList<string> Connecting { get; init; } = [];

    /// <summary>What its scenarios begin with, as a recording's draft does; null where that depends on what is tried.</summary>
    public string? Beginning { get; init; }

    /// <summary>The kinds of device it makes.</summary>
    public IReadOnlyList<DeviceKind> Kinds { get; }

    /// <summary>The record of its settings; every property has a default.</summary>
    public Type Settings { get; }

    /// <summary>Makes the system from a site's parts and its settings.</summary>
    public Func<SiteParts, object, IPairingSystem> Make { get; }

    /// <summary>Names of JSON members whose values no evidence may hold, in any case: "otp".</summary>
    public IReadOnlyList<string> SecretMembers { get; init; } = [];

    /// <summary>What stands before a secret in an address: "/POS/Pairing/", or a query's "merchantAccessToken=".</summary>
    public IReadOnlyList<string> SecretAfter { get; init; } = [];

    /// <summary>The style sheet of its views, an embedded resource; null when the lab's own serves.</summary>
    public (Assembly Assembly, string Name)? Style { get; init; }

    /// <summary>The third parties that it asks, and how a hosted lab plays them.</summary>
    public IReadOnlyList<ThirdParty> ThirdParties { get; init; } = [];

    /// <summary>Its devices on the site that <c>host</c> starts with.</summary>
    public IReadOnlyList<DeviceSpec> SampleDevices { get; init; } = [];

    /// <summary>A system with that settings record.</summary>
    public static SystemDescription Of<TSettings>(
        string name, Func<SiteParts, TSettings, IPairingSystem> make, params IReadOnlyList<DeviceKind> kinds)
        where TSettings : class, new() => new(name, kinds, typeof(TSettings), (parts, settings) => make(parts, (TSettings)settings));

    /// <summary>The kind of that name; null when it is not one of this system's.</summary>
    public DeviceKind? Find(string kind) => Kinds.FirstOrDefault(k => k.Name == kind);
}

/// <summary>A kind of device.</summary>
/// <param name="Name">Its name in the directory and in bench files: "pos-workstation".</param>
/// <param name="Models">Its models, the usual one first.</param>
public sealed record DeviceKind(string Name, params IReadOnlyList<string> Models)
{
    /// <summary>It talks over a serial line: a real one is read there, the others are worked through their page.</summary>
    public bool HasLine { get; init; }

    /// <summary>Its software has bases to choose from.</summary>
    public bool HasBase { get; init; }

    /// <summary>
    /// What its cable is plugged into: the property of a bench file that names the other device, and that device's kind. Null when there
    /// is no choice.
    /// </summary>
    public (string Property, string Kind)? PluggedInto { get; init; }
}
