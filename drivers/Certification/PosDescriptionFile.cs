using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Words;

namespace PairingLab.Drivers.Certification;

/// <summary>Reads POS descriptions; every mistake is named at its line, in the description's own words.</summary>
public static partial class PosDescriptionFile
{
    private static readonly PosPart[] Needed = [PosPart.PairingSection, PosPart.Code, PosPart.Pair];
    private static readonly string[] Ways = ["label", "role", "text", "testId", "placeholder", "css"];
    private static readonly string[] Names = ["nickname", "pairingId", "tid"];

    private static readonly string[] Known =
    [
        "product", "is", "page", "patienceSeconds", "tellsWhenBusy", "testIdAttribute", "frame", "dialogs", "signIn", "restart", "reset",
        "amountLike", "parts", "without", "texts", "clock", "polls", "capabilities", "receipts",
    ];

    /// <summary>Reads one.</summary>
    /// <exception cref="PosDescriptionException">It is not there, or wrong.</exception>
    public static PosDescription Read(string path)
    {
        try
        {
            return Description(BenchTree.Read(path, File.ReadAllBytes(path)));
        }
        catch (BenchFileException e)
        {
            throw new PosDescriptionException($"{e.Message}; pos.schema.json beside the lab's own descriptions says what there is", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PosDescriptionException($"{path}: {e.Message}", e);
        }
    }

    private static PosDescription Description(BenchNode root)
    {
        if (root.Type != JsonValueKind.Object)
        {
            throw root.Place.Mistake("a description is a JSON object, such as lab-config/certify/second-pos.json");
        }

        var read = new PosDescription { Product = "", Is = PosWay.Web, Texts = new() };
        var whole = BenchObject.Read(root, Known, p => read = p.Name switch
        {
            "product" => read with { Product = BenchValue.Text(p.Value) },
            "is" => read with { Is = BenchValue.OneOf<PosWay>(p.Value) },
            "page" => read with { Page = BenchValue.Text(p.Value) },
            "patienceSeconds" => read with { PatienceSeconds = Seconds(p.Value) },
            "tellsWhenBusy" => read with { TellsWhenBusy = Flag(p.Value) },
            "testIdAttribute" => read with { TestIdAttribute = BenchValue.Text(p.Value) },
            "frame" => read with { Frame = BenchValue.Text(p.Value) },
            "dialogs" => read with { Dialogs = BenchValue.OneOf<DialogAnswer>(p.Value) },
            "signIn" => read with { SignIn = [.. Items(p.Value).Select(Step)] },
            "restart" => read with { Restart = Order(p.Value) },
            "reset" => read with { Reset = Order(p.Value) },
            "amountLike" => read with { AmountLike = BenchValue.OneOf(p.Value, ["10.00", "10,00", "1000"]) },
            "clock" => read with { Clock = BenchValue.OneOf<PosClock>(p.Value) },
            "receipts" => read with { Receipts = BenchValue.OneOf<PosReceipts>(p.Value) },
            "polls" => read with { Polls = [.. Items(p.Value).Select(BenchValue.Text)] },
            "capabilities" => read with { Capabilities = BenchValue.Text(p.Value) },
            "parts" => read with { Parts = Parts(p.Value) },
            "without" => read with { Without = [.. Items(p.Value).Select(v => Part(BenchValue.Text(v), v.Place))] },
            _ => read with { Texts = Texts(p.Value) },
        });
        whole.Needs("product", "the name of the POS");
        whole.Needs("is", "how it is reached: simulated, files, web or operator");
        whole.Needs("texts", "the texts of the POS, texts.success at least");
        if (read.Is == PosWay.Files)
        {
            whole.Needs("page", "the page's file, relative to this one");
        }

        if (read.Is != PosWay.Operator && Needed.Where(p => !read.Parts.ContainsKey(p)).Select(Word).FirstOrDefault() is { } missing)
        {
            throw root.Place.Mistake($"parts.{missing} is missing: without it no POS can be worked");
        }

        return read;
    }

    private static Dictionary<PosPart, PosFinder> Parts(BenchNode node)
    {
        var parts = new Dictionary<PosPart, PosFinder>();
        BenchObject.Read(node, [], p =>
        {
            var part = Part(p.Name, p.Place);
            var isOfForm = part is PosPart.FormButton or PosPart.FormInput or PosPart.FormImage;
            parts[part] = Finder(p.Value, isOfForm ? [.. Names, "label"] : Names);
        });
        return parts;
    }

    private static PosFinder Finder(BenchNode node, IReadOnlyList<string> placeholders)
    {
        var read = new PosFinder();
        string Filled(BenchNode value) => Text(value, placeholders);
        BenchObject.Read(node, [.. Ways, "name", "nth", "frame", "before", "option", "keys", "split"], p => read = p.Name switch
        {
            "label" => read with { Label = Filled(p.Value) },
            "role" => read with { Role = Role(p.Value) },
            "name" => read with { Name = Filled(p.Value) },
            "text" => read with { Text = Filled(p.Value) },
            "testId" => read with { TestId = Filled(p.Value) },
            "placeholder" => read with { Placeholder = Filled(p.Value) },
            "css" => read with { Css = Filled(p.Value) },
            "nth" => read with { Nth = Nth(p.Value) },
            "frame" => read with { Frame = BenchValue.Text(p.Value) },
            "before" => read with { Before = [.. Items(p.Value).Select(v => Finder(v, placeholders))] },
            "option" => read with { Option = Filled(p.Value) },
            "keys" => read with { Keys = Finder(p.Value, [.. placeholders, "key"]) },
            _ => read with { Split = Flag(p.Value) },
        });
        var given = Ways.Count(w => node.Children.Any(c => c.Name == w));
        return (given == 1 || (given == 0 && read.Keys is not null)) && read.Role is null == read.Name is null
            ? read
            : throw node.Place.Mistake("give one of label, text, testId, placeholder, css, or role together with name");
    }

    private static string Role(BenchNode node)
    {
        var text = BenchValue.Text(node);
        var roles = Enum.GetNames<AriaRole>().Select(r => r.ToLowerInvariant()).ToList();
        return roles.Contains(text) ? text : throw node.Place.Mistake($"unknown role '{text}'{DidYouMean.Hint(text, roles)}");
    }

    private static PosStep Step(BenchNode node)
    {
        var (at, text, variable) = (default(PosFinder), default(string), default(string));
        BenchObject.Read(node, ["press", "enter", "text", "variable"], p =>
        {
            switch (p.Name)
            {
                case "press" or "enter": at = Finder(p.Value, []); break;
                case "text": text = BenchValue.Text(p.Value); break;
                default: variable = BenchValue.Text(p.Value); break;
            }
        });
        var (presses, enters) = (node.Children.Any(c => c.Name == "press"), node.Children.Any(c => c.Name == "enter"));
        return presses != enters && enters == (text is not null || variable is not null) && (text is null || variable is null)
            ? new(at!, text, variable)
            : throw node.Place.Mistake("give either press, or enter with text or with variable (an environment variable's name)");
    }

    private static PosOrder Order(BenchNode node)
    {
        var read = new PosOrder(null, null, null);
        BenchObject.Read(node, ["command", "http", "operator"], p => read = p.Name switch
        {
            "command" => read with { Command = [.. Items(p.Value).Select(BenchValue.Text)] },
            "http" => read with { Http = Request(p.Value) },
            _ => read with { Operator = BenchValue.Text(p.Value) },
        });
        return node.Children.Count == 1 && read.Command is not []
            ? read
            : throw node.Place.Mistake(
                "give one of command ([program, argument, …]), http (\"POST http://…\") and operator (what to do)");
    }

    private static string Request(BenchNode node) =>
        BenchValue.Text(node).Split(' ') is [_, var address] && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
            ? node.Text
            : throw node.Place.Mistake("must be a method and an address, such as \"POST http://till:3000/restart\"");

    private static PosTexts Texts(BenchNode node)
    {
        var read = new PosTexts();
        string[] known =
        [
            "success", "connectivityFailure", "removed", "removedBeforeTransaction", "approved", "declined", "cancelled", "settled",
            "enquired",
        ];
        BenchObject.Read(node, known, p => read = p.Name switch
        {
            "success" => read with { Success = Text(p.Value, Names) },
            "connectivityFailure" => read with { ConnectivityFailure = Text(p.Value, Names) },
            "removed" => read with { Removed = Text(p.Value, Names) },
            "approved" => read with { Approved = Text(p.Value, Names) },
            "declined" => read with { Declined = Text(p.Value, Names) },
            "cancelled" => read with { Cancelled = Text(p.Value, Names) },
            "settled" => read with { Settled = Text(p.Value, Names) },
            "enquired" => read with { Enquired = Text(p.Value, Names) },
            _ => read with { RemovedBeforeTransaction = Text(p.Value, Names) },
        }).Needs("success", "texts.success is the success message of the POS");
        return read;
    }

    private static string Text(BenchNode node, IReadOnlyList<string> placeholders)
    {
        var text = BenchValue.Text(node);
        var wrong = Placeholder().Matches(text).Select(m => m.Groups["name"].Value).FirstOrDefault(n => !placeholders.Contains(n));
        return wrong is null
            ? text
            : throw node.Place.Mistake(
                $"unknown placeholder {{{wrong}}}{DidYouMean.Hint(wrong, placeholders)}; there are: "
                + (placeholders.Count == 0 ? "none here" : string.Join(", ", placeholders.Select(n => $"{{{n}}}"))));
    }

    private static IEnumerable<BenchNode> Items(BenchNode node) =>
        BenchValue.OfType(node, JsonValueKind.Array).Children.Select(c => c.Value);

    private static PosPart Part(string name, BenchPlace place)
    {
        var all = Enum.GetValues<PosPart>().ToDictionary(Word);
        return all.TryGetValue(name, out var part) ? part : throw place.Mistake(
            $"unknown part '{name}'{DidYouMean.Hint(name, all.Keys)}; there are: {string.Join(", ", all.Keys)}");
    }

    private static double Seconds(BenchNode node) =>
        double.Parse(BenchValue.OfType(node, JsonValueKind.Number).Text, CultureInfo.InvariantCulture) is > 0 and <= 120 and var seconds
            ? seconds
            : throw node.Place.Mistake("must be above 0 and at most 120");

    private static int Nth(BenchNode node) =>
        int.TryParse(BenchValue.OfType(node, JsonValueKind.Number).Text, NumberStyles.None, CultureInfo.InvariantCulture, out var nth)
        && nth > 0
            ? nth
            : throw node.Place.Mistake("must be a whole number, 1 for the first");

    private static bool Flag(BenchNode node) => node.Type is JsonValueKind.True or JsonValueKind.False
        ? node.Type == JsonValueKind.True
        : throw node.Place.Mistake("must be true or false");

    private static string Word(PosPart part) => JsonNamingPolicy.CamelCase.ConvertName(part.ToString());

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
