namespace PairingLab.AccessControl.Storage;

/// <summary>
/// A kept statement of the few that every tap runs. Values ($1, $2, …) and columns go by place and by hand: to find them by name takes
/// longer than all that the database does. To dispose it makes it ready for the next time.
/// </summary>
public interface IStatement : IDisposable
{
    /// <summary>The next value is a text.</summary>
    IStatement With(string? value);

    /// <summary>The next value is a number.</summary>
    IStatement With(long value);

    /// <summary>The next value is a time, in milliseconds since 1970.</summary>
    IStatement With(DateTimeOffset value) => With(value.ToUnixTimeMilliseconds());

    /// <summary>Changes rows; gives how many.</summary>
    int Run();

    /// <summary>Goes to the next row; false when there is none.</summary>
    bool Next();

    /// <summary>A text of this row; null when there is none.</summary>
    string? Text(int column);

    /// <summary>A number of this row.</summary>
    long Number(int column);

    /// <summary>A time of this row.</summary>
    DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Number(column));
}
