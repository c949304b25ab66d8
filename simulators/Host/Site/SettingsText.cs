using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;

namespace PairingLab.Host.Site;

/// <summary>Settings given as text, put into a settings record by the names of its properties.</summary>
public static class SettingsText
{
    /// <summary>What every system can be given: the first port of its servers.</summary>
    private const string Port = "port";

    private const int HighestPort = 65_535;

    /// <summary>A settings record with the given texts in place of its defaults.</summary>
    /// <exception cref="SiteException">There is no such setting, or its text is no such value.</exception>
    public static object Apply(SystemDescription system, IReadOnlyDictionary<string, string> texts)
    {
        var settings = Activator.CreateInstance(system.Settings)!;
        var properties = system.Settings.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        foreach (var (name, text) in texts)
        {
            if (IsPort(name))
            {
                _ = PortOf(system, texts);
                continue;
            }

            var property = Array.Find(properties, p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))
                ?? throw new SiteException(
                    $"settings.{system.Name}.{name}: no such setting; "
                    + $"there are: {string.Join(", ", properties.Select(p => JsonName(p.Name)).Append(Port))}");
            Set(system.Name, name, settings, property, Parse(system.Name, name, text, property.PropertyType));
        }

        return settings;
    }

    /// <summary>The first port of the system's servers; null where the site chooses.</summary>
    /// <exception cref="SiteException">It is no port.</exception>
    public static int? PortOf(SystemDescription system, IReadOnlyDictionary<string, string> texts)
    {
        if (texts.FirstOrDefault(t => IsPort(t.Key)).Value is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and <= HighestPort - Listening.PortsOfASite
            ? port
            : throw new SiteException(
                $"settings.{system.Name}.{Port}: '{text}' is not a first port, a number from 1 to {HighestPort - Listening.PortsOfASite}");
    }

    /// <summary>Whether a setting says what would be so without it.</summary>
    public static bool IsDefault(SystemDescription system, string name, string text)
    {
        if (IsPort(name))
        {
            return false;
        }

        var given = Apply(system, new Dictionary<string, string>(StringComparer.Ordinal) { [name] = text });
        return system.Settings.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .All(p => Equals(p.GetValue(given), p.GetValue(Activator.CreateInstance(system.Settings))));
    }

    /// <summary>The settings with a password that every lab has unless it is given another one: anybody can know it.</summary>
    public static IEnumerable<string> KnownPasswords(SystemDescription system, IReadOnlyDictionary<string, string> texts)
    {
        var (given, usual) = (Apply(system, texts), Activator.CreateInstance(system.Settings));
        return system.Settings.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.Name.EndsWith("Password", StringComparison.Ordinal)
                && p.GetValue(usual) is string { Length: > 0 } known && known == p.GetValue(given) as string)
            .Select(p => JsonName(p.Name));
    }

    /// <summary>A settings record may refuse a value with a <see cref="FormatException"/> that says what would be right.</summary>
    private static void Set(string system, string name, object settings, PropertyInfo property, object value)
    {
        try
        {
            property.SetValue(settings, value);
        }
        catch (TargetInvocationException e) when (e.InnerException is FormatException wrong)
        {
            throw new SiteException($"settings.{system}.{name}: {wrong.Message}", wrong);
        }
    }

    private static object Parse(string system, string name, string text, Type type)
    {
        try
        {
            var value = TypeDescriptor.GetConverter(type).ConvertFromString(null, CultureInfo.InvariantCulture, text)!;
            return value is TimeSpan { Ticks: <= 0 } or int and <= 0 or decimal and < 0 ? throw new FormatException() : value;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            var right = type == typeof(TimeSpan) ? "a time above zero such as \"00:01:00\""
                : type == typeof(bool) ? "true or false"
                : type == typeof(decimal) ? "a number of zero or more such as 1.5"
                : type.IsEnum ? $"one of: {string.Join(", ", Enum.GetNames(type).Select(JsonName))}"
                : "a whole number above zero";
            throw new SiteException($"settings.{system}.{name}: '{text}' is not {right}", e);
        }
    }

    private static bool IsPort(string name) => string.Equals(name, Port, StringComparison.OrdinalIgnoreCase);

    private static string JsonName(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
