using System.Globalization;

namespace PairingLab.Reports;

/// <summary>How a place in a feature opens in the reader's editor, as the setting <see cref="Variable"/> says.</summary>
public sealed class EditorLinks
{
    /// <summary>Names the editor: one of <see cref="Names"/>, or a link of one's own with {path} and {line}.</summary>
    public const string Variable = "PAIRINGLAB_EDITOR";

    private const string VisualStudio = "visual-studio";

    // https://code.visualstudio.com/docs/configure/command-line; https://www.jetbrains.com/help/rider/Opening_Files_from_Command_Line.html
    private static readonly Dictionary<string, string> Templates = new(StringComparer.Ordinal)
    {
        ["vscode"] = "vscode://file/{path}:{line}",
        ["rider"] = "jetbrains://rider/navigate/reference?project=PairingLab&path={path}:{line}",

        // It registers no links for files, but its program takes the place.
        [VisualStudio] = "devenv /Edit \"{path}\" /Command \"Edit.GoTo {line}\"",
    };

    private readonly string template;
    private readonly string root;

    private EditorLinks(string template, string root, bool isCommand)
    {
        this.template = template;
        this.root = root.Replace('\\', '/').TrimEnd('/');
        IsCommand = isCommand;
    }

    /// <summary>The editors that are known by name.</summary>
    public static IReadOnlyCollection<string> Names => Templates.Keys;

    /// <summary>Whether it is a command to type and no link.</summary>
    public bool IsCommand { get; }

    /// <summary>Links of the editor that the environment names; null when it names none.</summary>
    /// <param name="root">The folder of the repository, on the reader's machine.</param>
    /// <exception cref="InvalidDataException">The setting is neither a known name nor a link with a path.</exception>
    public static EditorLinks? OfSetting(string root) => Of(Environment.GetEnvironmentVariable(Variable), root);

    /// <summary>Links of an editor; null when none is set.</summary>
    /// <param name="editor">The setting.</param>
    /// <param name="root">The folder of the repository, on the reader's machine.</param>
    /// <exception cref="InvalidDataException">The setting is neither a known name nor a link with a path.</exception>
    public static EditorLinks? Of(string? editor, string root) => editor switch
    {
        null or "" => null,
        _ when Templates.TryGetValue(editor, out var template) => new(template, root, editor == VisualStudio),
        _ when editor.Contains("{path}", StringComparison.Ordinal) => new(editor, root, isCommand: false),
        _ => throw new InvalidDataException(
            $"{Variable} '{editor}' is no editor; allowed values: {string.Join(", ", Names)}, or a link with {{path}} and {{line}}"),
    };

    /// <summary>The link to, or the command for, a line of a file of the repository.</summary>
    public string To(string path, int line)
    {
        var whole = IsCommand
            ? $"{root}/{path}"
            : Uri.EscapeDataString($"{root}/{path}".TrimStart('/')).Replace("%2F", "/", StringComparison.Ordinal);
        return template.Replace("{path}", whole, StringComparison.Ordinal)
            .Replace("{line}", line.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
